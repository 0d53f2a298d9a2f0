// bytes, bytearray.
#include "../vm/bootstrap.h"
#include "common.h"

namespace loopline::script {

void install_bytes(Vm& vm) {
  vm.add_builtin("bytes", Value(vm.types().bytes));
  vm.add_builtin("bytearray", Value(vm.types().bytearray));
}

}  // namespace loopline::script
