// Any bytes as a document: whatever its blocks turn out to be, reading it must not crash, hang or leak. The blocks are
// not run; fuzz_script is for that. The first byte chooses the kind of document.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "lessons/hints.h"
#include "lessons/load.h"
#include "lessons/program.h"
#include "lessons/prose.h"

using namespace loopline::lessons;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr std::array<std::string_view, 4> names{"a.md", "a.rst", "a.txt", "a.py"};
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Loaded loaded = load_lesson(text, names[*data % names.size()]);
  if (!loaded.lesson) return 0;
  hints_of(*loaded.lesson);
  render_html(*loaded.lesson);
  prose_lines(*loaded.lesson);
  for (const Scenario& scenario : loaded.lesson->scenarios) settings_of(*loaded.lesson, scenario);
  return 0;
}
