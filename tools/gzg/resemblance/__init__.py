"""Which projects and blueprints a text resembles, and whether two texts are nearly one.

It only reckons with texts that it is given; what follows from a resemblance is for rules.
"""
