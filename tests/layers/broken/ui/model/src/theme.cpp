#include "view/timeline.h"
#include <CLI/CLI.hpp>
