"""How does an answer look?"""
