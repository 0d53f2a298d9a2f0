// Counts native code that calls itself through values without a frame of the script between: `C.__call__ = C()`, a map
// over a map over a map. A stack of C++ is not endless.
#pragma once

#include "script/vm.h"

namespace loopline::script {

class NativeDepth {
 public:
  /// Raises RecursionError when it is too deep: `where` follows "maximum recursion depth exceeded".
  explicit NativeDepth(Vm& vm, const char* where) : m_thread(vm.thread()) {
    m_ok = ++m_thread.native_depth <= vm.limits().native_recursion;
    if (!m_ok) vm.raise(*vm.types().recursion_error, std::string("maximum recursion depth exceeded") + where);
  }
  ~NativeDepth() { --m_thread.native_depth; }
  NativeDepth(const NativeDepth&) = delete;
  NativeDepth& operator=(const NativeDepth&) = delete;
  bool ok() const noexcept { return m_ok; }

 private:
  ThreadState& m_thread;
  bool m_ok;
};

}  // namespace loopline::script
