#include <CLI/CLI.hpp>
#include "view/timeline.h"
