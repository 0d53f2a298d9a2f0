#include "loop/sleep.h"

#include "loop/running_loop.h"

namespace loopline::loop {

Coroutine<Value> sleep(Runtime& runtime, Duration delay, Value result) {
  co_await Sleep(runtime, delay);
  co_return result;
}

Ref<TimerFuture> Sleep::start_timer() {
  EventLoop& loop = running_loop(m_runtime);
  return loop.create_timer_future(saturating_add(loop.time(), m_delay), AwaitKind::sleep);
}

}  // namespace loopline::loop
