// Any bytes as a program: it may end as it likes, but must not crash, hang or leak.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "run/run.h"

namespace {

using namespace loopline;

/// Takes what is printed and forgets it.
class Sink final : public run::Output {
 public:
  void write_out(std::string_view text) override { m_bytes += text.size(); }
  void write_err(std::string_view text) override { m_bytes += text.size(); }

 private:
  std::size_t m_bytes = 0;
};

/// Small enough that a program meets every limit within a moment, sanitizers and all.
script::Limits small_limits() {
  script::Limits limits;
  limits.instructions = 100'000;
  limits.memory_bytes = std::size_t{48} * 1024 * 1024;
  limits.output_bytes = std::size_t{64} * 1024;
  limits.virtual_time = std::chrono::hours(24);
  limits.events = 20'000;
  limits.integer_bits = std::size_t{1} << 16U;
  limits.text_bytes = std::size_t{1} << 20U;
  limits.regex_steps = 20'000;
  limits.recursion = 120;
  limits.deepest_recursion = 400;
  limits.native_recursion = 120;
  return limits;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  run::Settings settings;
  settings.program.source.assign(reinterpret_cast<const char*>(data), size);
  // A mark that fuzzing finds by itself: the behaviour of old asyncio.
  settings.program.legacy = settings.program.source.starts_with("#L");
  settings.limits = small_limits();
  settings.detail = run::Detail::tasks;
  Sink sink;
  run::run(settings, nullptr, &sink);
  return 0;
}
