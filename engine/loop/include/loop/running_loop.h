// The loop that runs in the current thread.
#pragma once

#include "loop/event_loop.h"

namespace loopline::loop {

/// Null if no loop runs in the current thread.
inline EventLoop* find_running_loop(Runtime& runtime) noexcept { return runtime.threads.current().running_loop; }

/// Throws RuntimeError('no running event loop').
EventLoop& running_loop(Runtime& runtime);

}  // namespace loopline::loop
