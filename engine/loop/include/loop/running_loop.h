// The loop that runs in the current thread.
#pragma once

#include "loop/event_loop.h"

namespace loopline::loop {

/// asyncio's loop that runs in the current thread, or null.
EventLoop* find_running_loop(Runtime& runtime) noexcept;

/// Throws RuntimeError('no running event loop').
EventLoop& running_loop(Runtime& runtime);

}  // namespace loopline::loop
