"""The network of Quartet's Harmonizer in PyTorch: the same parameters, the same numbers, the same weights file."""
