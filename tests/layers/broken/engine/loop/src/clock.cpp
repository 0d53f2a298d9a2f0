#include "loop/clock.h"

#include <QString>
#include <vector>
