// Swift never imports this module: it only carries the flags of pkg-config to the C target.
