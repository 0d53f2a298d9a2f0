// enumerate, zip, map, filter, reversed.
#include "../vm/bootstrap.h"
#include "common.h"

namespace loopline::script {

void install_iterators(Vm& /*vm*/) {}

}  // namespace loopline::script
