"""How is text processed?"""
