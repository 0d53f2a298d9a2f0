// list, tuple, range, slice.
#include "../vm/bootstrap.h"
#include "common.h"

namespace loopline::script {

void install_sequences(Vm& vm) {
  Types& types = vm.types();
  vm.add_builtin("list", Value(types.list));
  vm.add_builtin("tuple", Value(types.tuple));
  vm.add_builtin("range", Value(types.range));
  vm.add_builtin("slice", Value(types.slice));
}

}  // namespace loopline::script
