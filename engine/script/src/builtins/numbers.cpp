// int, bool, float.
#include "../vm/bootstrap.h"
#include "common.h"

namespace loopline::script {

void install_numbers(Vm& vm) {
  Types& types = vm.types();
  vm.add_builtin("int", Value(types.int_));
  vm.add_builtin("bool", Value(types.bool_));
  vm.add_builtin("float", Value(types.float_));
}

}  // namespace loopline::script
