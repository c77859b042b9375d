"""What is derived from the records, so that no query reads one?"""
