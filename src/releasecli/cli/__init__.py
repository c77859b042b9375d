"""What may one type?"""
