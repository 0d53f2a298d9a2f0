"""The parts of VOLTTRON that agents use."""

def get_home():
    return "/home/volttron/.volttron"


def set_home(home=None):
    pass
