#include "common.h"

namespace loopline::script {

Value builtin_format_method(Vm& vm, Arguments args) {
  const Str* spec = Vm::core_as<Str>(args[1], kind::str);
  if (spec == nullptr) return vm.type_error("__format__() argument must be str, not " + vm.type_name(args[1]));
  return vm.builtin_format(args[0], spec->view());
}

}  // namespace loopline::script
