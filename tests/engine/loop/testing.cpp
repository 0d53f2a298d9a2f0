#include "testing.h"

#include "loop/task.h"

namespace loopline::loop::test {

Ref<Exception> KeepingHost::report(EventLoop& /*loop*/, const ErrorContext& context) {
  std::string line = context.message;
  if (context.exception) line += " | " + context.exception->summary();
  reports.push_back(line);
  return std::move(raise_next);
}

void KeepingHost::never_awaited(const CoroutineObject& coroutine) {
  reports.push_back("never awaited: " + coroutine.name());
}

void KeepingHost::slow_callback(EventLoop& /*loop*/, const Value& handle, Duration duration) {
  reports.push_back("slow: " + repr(handle) + " " + std::to_string(duration.count() / 1'000'000) + " ms");
}

std::string Log::text() const { return join(m_words); }

std::string join(const std::vector<std::string>& words, const char* between) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += between;
    text += word;
  }
  return text;
}

std::string summary_of(const Ref<Exception>& exception) { return exception ? exception->summary() : std::string(); }

std::string text_of(const Outcome& outcome) {
  if (!outcome.ok()) return outcome.error()->summary();
  return Host().repr(outcome.value());
}

}  // namespace loopline::loop::test
