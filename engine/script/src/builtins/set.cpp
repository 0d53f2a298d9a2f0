// set, frozenset.
#include "../vm/bootstrap.h"
#include "common.h"

namespace loopline::script {

void install_set(Vm& vm) {
  vm.add_builtin("set", Value(vm.types().set));
  vm.add_builtin("frozenset", Value(vm.types().frozenset));
}

}  // namespace loopline::script
