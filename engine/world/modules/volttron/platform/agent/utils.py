"""Helpers of agents' scripts."""

import datetime
import logging
import sys

import gevent


def setup_logging(level=logging.DEBUG, console=False):
    root = logging.getLogger()
    if not root.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s: %(message)s"))
        root.addHandler(handler)
    root.setLevel(level)


def vip_main(agent_class, identity=None, version="0.1", **kwargs):
    """Runs an agent as the platform does."""
    from volttron.platform.vip.agent.core import _platform

    if identity is not None:
        kwargs.setdefault("identity", identity)
    _platform.has_started = True
    _platform.run([agent_class(**kwargs)])


isapipe = is_valid_identity = lambda value: True


def default_main(agent_class, description=None, argv=sys.argv, parser_class=None, **kwargs):
    vip_main(agent_class, **kwargs)


def load_config(config_path):
    """A dictionary; of a path, what the JSON file there holds."""
    if not config_path:
        return {}
    if isinstance(config_path, dict):
        return config_path
    import json

    try:
        with open(config_path) as file:
            return json.load(file)
    except OSError:
        return {}


def get_aware_utc_now():
    return datetime.datetime.now(datetime.timezone.utc)


def format_timestamp(time):
    return time.strftime("%Y-%m-%dT%H:%M:%S.%f") + ("+00:00" if time.tzinfo else "")


def parse_timestamp_string(text):
    return datetime.datetime.fromisoformat(text)


def process_timestamp(text, topic=""):
    return parse_timestamp_string(text), None


def get_hostname():
    return "localhost"
