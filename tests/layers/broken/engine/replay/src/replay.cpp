#include <nlohmann/json.hpp>
#include "loop/clock.h"
#include "trace/event.h"
