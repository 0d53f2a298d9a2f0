#include "lessons/write.h"
#include "source_text.h"

namespace loopline::lessons {
namespace {

// In double quotes every title is YAML.
std::string yaml_quoted(std::string_view title) {
  std::string text = "\"";
  for (const char c : one_line(title)) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + '"';
}

bool is_ascii_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

std::string new_lesson_template(std::string_view title) {
  const std::string name = is_blank(title) ? "New lesson" : std::string(title);
  return "---\ntitle: " + yaml_quoted(name) + R"(
compare: [one-after-the-other, together]
---
# What should the student see?

Say in a few sentences what to look at. Each block of Python is a program of its own; the
blocks that `compare` names are shown side by side.

```python name="one-after-the-other"
import asyncio

async def work(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "done")

async def main():
    #: This is a cue: it is shown when the next line first runs.
    await work("a", 1)
    await work("b", 2)

asyncio.run(main())
```

```python name="together"
import asyncio

async def work(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "done")

async def main():
    await asyncio.gather(work("a", 1), work("b", 2))  #: Both start now.

asyncio.run(main())
```

```quiz
ask: When does the second program end?
about: end-time
scenario: together
```
)";
}

std::string file_name_for(std::string_view title) {
  constexpr std::size_t longest = 60;
  std::string name;
  for (char c : title) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (is_ascii_word(c)) {
      name += c;
    } else if (!name.empty() && name.back() != '-' && c != '\'') {
      name += '-';
    }
    if (name.size() == longest) break;
  }
  while (name.ends_with('-')) name.pop_back();
  return (name.empty() ? "lesson" : name) + ".md";
}

}  // namespace loopline::lessons
