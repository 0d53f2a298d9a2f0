// dict.
#include "../vm/bootstrap.h"
#include "common.h"

namespace loopline::script {

void install_dict(Vm& vm) { vm.add_builtin("dict", Value(vm.types().dict)); }

}  // namespace loopline::script
