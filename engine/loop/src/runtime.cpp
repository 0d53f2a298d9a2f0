#include "loop/runtime.h"

#include "loop/event_loop.h"

namespace loopline::loop {

Runtime::Runtime(Host* host, Instrument* instrument)
    : signals(threads), m_host(host != nullptr ? host : &m_native_host), m_instrument(instrument) {}

Runtime::~Runtime() {
  for (EventLoop* loop : m_loops) loop->lose_runtime();
}

void Signals::set(int signal, Disposition disposition, Handler handler) {
  m_entries[signal] = {disposition, std::move(handler)};
}

Signals::Disposition Signals::disposition(int signal) const {
  const auto found = m_entries.find(signal);
  return found == m_entries.end() ? Disposition::standard : found->second.disposition;
}

void Signals::raise(int signal) {
  if (disposition(signal) == Disposition::ignored) return;
  if (m_wakeup) m_wakeup(signal);
  m_pending.insert(signal);
  m_threads.wake(m_threads.main());
}

Ref<Exception> Signals::handle_pending(Host& host) {
  while (!m_pending.empty()) {
    const int signal = *m_pending.begin();
    m_pending.erase(m_pending.begin());
    const auto found = m_entries.find(signal);
    Ref<Exception> raised;
    if (found == m_entries.end() || found->second.disposition == Disposition::standard) {
      // Only the interrupt becomes an exception; the others end a real process at once.
      raised = signal == kInterrupt
                   ? host.make_exception(ExceptionKind::keyboard_interrupt, "")
                   : host.make_exception(ExceptionKind::fatal, "killed by signal " + std::to_string(signal));
    } else if (found->second.handler) {
      const Handler handler = found->second.handler;
      raised = handler(signal);
    }
    if (raised) return raised;
  }
  return nullptr;
}

}  // namespace loopline::loop
