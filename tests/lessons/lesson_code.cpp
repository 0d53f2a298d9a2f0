// Writes every scenario of the lessons in a folder to OUT/<lesson>/<scenario>.py, for expected.py.
//   lesson_code CATALOG OUT
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "lessons/catalogue.h"
#include "lessons/diagnostic.h"

namespace {

namespace fs = std::filesystem;

bool write_lesson(const loopline::lessons::Lesson& lesson, const fs::path& out) {
  const fs::path folder = out / fs::path(lesson.path).stem();
  fs::create_directories(folder);
  for (const auto& scenario : lesson.scenarios) {
    std::ofstream file(folder / (scenario.name.text + ".py"), std::ios::binary);
    file << scenario.code;
    if (!file.flush()) return false;
    std::printf("%s/%s\t%s\n", folder.filename().c_str(), scenario.name.text.c_str(), scenario.expect.text.c_str());
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: lesson_code CATALOG OUT\n");
    return 2;
  }
  const auto catalogue = loopline::lessons::Catalogue::scan(argv[1]);
  for (const auto& problem : catalogue.problems()) std::fprintf(stderr, "%s\n", to_text(problem).c_str());
  if (has_errors(catalogue.problems())) return 1;
  for (const auto& lesson : catalogue.lessons()) {
    if (!write_lesson(lesson, argv[2])) return 1;
  }
  return 0;
}
