"""Where are releases kept?"""
