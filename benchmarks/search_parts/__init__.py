"""Which parts has the yardstick of search?"""
