"""What may one ask?"""
