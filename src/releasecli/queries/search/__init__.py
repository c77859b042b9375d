"""Which releases hold these words?"""
