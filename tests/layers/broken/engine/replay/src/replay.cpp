#include "loop/clock.h"
#include "trace/event.h"
#include <nlohmann/json.hpp>
