// loopline lessons: the catalogue.
#include <algorithm>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <ostream>

#include "command_list.h"
#include "lessons/catalogue.h"

namespace loopline::commands {
namespace {

void write_json(const lessons::Catalogue& catalogue, std::ostream& out) {
  auto all = nlohmann::ordered_json::array();
  for (const lessons::Lesson& lesson : catalogue.lessons()) {
    auto scenarios = nlohmann::ordered_json::array();
    for (const lessons::Scenario& scenario : lesson.scenarios) {
      scenarios.push_back({{"name", scenario.name.text}, {"title", scenario.title}});
    }
    all.push_back({{"chapter", lesson.chapter},
                   {"title", lesson.title},
                   {"path", lesson.path},
                   {"scenarios", std::move(scenarios)}});
  }
  out << all.dump(2) << '\n';
}

// Columns, for people: as wide as their longest text.
void write_text(const lessons::Catalogue& catalogue, std::ostream& out) {
  const auto letters = [](const std::string& text) {  // code points
    return std::count_if(text.begin(), text.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
  };
  std::ptrdiff_t chapter = 0;
  std::ptrdiff_t title = 0;
  for (const lessons::Lesson& lesson : catalogue.lessons()) {
    chapter = std::max(chapter, letters(lesson.chapter));
    title = std::max(title, letters(lesson.title));
  }
  const auto padded = [&](const std::string& text, std::ptrdiff_t width) {
    return text + std::string(static_cast<std::size_t>(width - letters(text)) + 2, ' ');
  };
  for (const lessons::Lesson& lesson : catalogue.lessons()) {
    out << padded(lesson.chapter, chapter) << padded(lesson.title, title) << lesson.path << '\n';
  }
}

}  // namespace

int lessons_command(const LessonsOptions& options, const Console& console) {
  const lessons::Catalogue catalogue = lessons::Catalogue::embedded();
  if (options.json) {
    write_json(catalogue, console.out);
  } else {
    write_text(catalogue, console.out);
  }
  return status_ok;
}

}  // namespace loopline::commands
