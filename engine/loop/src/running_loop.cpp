#include "loop/running_loop.h"

namespace loopline::loop {

EventLoop* find_running_loop(Runtime& runtime) noexcept {
  EventLoop* loop = runtime.threads.current().running_loop;
  while (loop != nullptr && loop->is_foreign) loop = loop->outer();
  return loop;
}

EventLoop& running_loop(Runtime& runtime) {
  EventLoop* loop = find_running_loop(runtime);
  if (loop == nullptr) {
    runtime.host().make_exception(ExceptionKind::runtime_error, "no running event loop")->rethrow();
  }
  return *loop;
}

}  // namespace loopline::loop
