"""Two outlets tell the same event; what differs in how they tell it?"""

__version__ = "0.1.0"
