"""Training and measuring the reader. Nothing here is needed to play; scikit-learn is a development dependency."""
