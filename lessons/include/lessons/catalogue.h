// The lessons that come with the program, or those in a folder, sorted as a student meets them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "lessons/lesson.h"

namespace loopline::lessons {

/// A chapter that has lessons: those at [first, first + count).
struct CatalogueChapter {
  int number = 0;  ///< as in chapters.h; those unknown there follow by title; 0: lessons without a chapter, last
  std::string title;
  std::size_t first = 0;
  std::size_t count = 0;
};

struct Loaded;

class Catalogue {
 public:
  /// The program's own, compiled in; reads no file.
  static Catalogue embedded();
  /// All `*.md` of a folder, not of folders in it. What cannot be read is told in problems() and left out.
  static Catalogue scan(const std::filesystem::path& folder);

  /// By chapter, then `order` (those without one last), then file name.
  const std::vector<Lesson>& lessons() const { return m_lessons; }
  const std::vector<CatalogueChapter>& chapters() const { return m_chapters; }
  /// Of all files: errors and hints of loading.
  const Diagnostics& problems() const { return m_problems; }
  /// By path, as the lesson has it; null: there is none.
  const Lesson* find(std::string_view path) const;

 private:
  void add(Loaded loaded);
  void arrange();

  std::vector<Lesson> m_lessons;
  std::vector<CatalogueChapter> m_chapters;
  Diagnostics m_problems;
};

}  // namespace loopline::lessons
