DRIVER_TOPIC_BASE = "devices"
DRIVER_TOPIC_ALL = "all"
LOGGER_BASE = "datalogger"
RECORD_BASE = "record"
ANALYSIS_TOPIC_BASE = "analysis"


def DEVICES_VALUE(campus="", building="", unit="", path=None, point="all"):
    return "/".join(part for part in ("devices", campus, building, unit, path, point) if part)
