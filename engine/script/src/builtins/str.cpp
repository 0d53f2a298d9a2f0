// str.
#include "../vm/bootstrap.h"
#include "common.h"

namespace loopline::script {

void install_str(Vm& vm) { vm.add_builtin("str", Value(vm.types().str)); }

}  // namespace loopline::script
