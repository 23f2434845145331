"""Territory packs: what a region knows, in one signed archive that another installation imports."""
