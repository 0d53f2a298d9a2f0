// list, tuple, range, slice: each has a file of its own.
#include "../vm/bootstrap.h"
#include "list.h"

namespace loopline::script {

void install_sequences(Vm& vm) {
  install_list(vm);
  install_tuple(vm);
  install_range_and_slice(vm);
}

}  // namespace loopline::script
