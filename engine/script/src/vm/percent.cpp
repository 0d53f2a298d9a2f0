// text % values: printf-style formatting.
#include "script/vm.h"

namespace loopline::script {

Value Vm::format_percent(const Value& text, const Value& /*values*/) { return text; }
Value Vm::format_bytes_percent(const Value& bytes, const Value& /*values*/) { return bytes; }

}  // namespace loopline::script
