"""VOLTTRON: agents on a platform, as gevent greenlets. See platform.vip.agent."""
