#include "lessons/catalogue.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "embedded_catalogue.h"
#include "lessons/chapters.h"
#include "lessons/load.h"
#include "report.h"

namespace loopline::lessons {
namespace {

namespace fs = std::filesystem;

// Known chapters by number, then the author's own by title, then lessons without one.
auto chapter_key(const Lesson& lesson) {
  constexpr int own = std::numeric_limits<int>::max() - 1;
  const int none = own + 1;
  const int number = lesson.chapter.empty() ? none : chapter_number(lesson.chapter).value_or(own);
  return std::tuple(number, std::string_view(lesson.chapter));
}

auto sort_key(const Lesson& lesson) {
  const std::int64_t order = lesson.order.value_or(std::numeric_limits<std::int64_t>::max());
  return std::tuple_cat(chapter_key(lesson), std::tuple(order, std::string_view(lesson.path)));
}

}  // namespace

Catalogue Catalogue::embedded() {
  Catalogue catalogue;
  for (const EmbeddedFile& file : embedded_catalogue()) catalogue.add(load_lesson(file.text, file.name));
  catalogue.arrange();
  return catalogue;
}

Catalogue Catalogue::scan(const fs::path& folder) {
  Catalogue catalogue;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() != ".md") continue;
    catalogue.add(load_lesson(at->path()));
  }
  if (error) {
    Report report(folder.string());
    report.error({}, "The folder cannot be read: " + error.message() + ".");
    const Diagnostics problem = report.take();
    catalogue.m_problems.insert(catalogue.m_problems.end(), problem.begin(), problem.end());
  }
  catalogue.arrange();
  return catalogue;
}

void Catalogue::add(Loaded loaded) {
  if (loaded.lesson) m_lessons.push_back(std::move(*loaded.lesson));
  m_problems.insert(m_problems.end(), loaded.diagnostics.begin(), loaded.diagnostics.end());
}

void Catalogue::arrange() {
  std::sort(m_lessons.begin(), m_lessons.end(),
            [](const Lesson& a, const Lesson& b) { return sort_key(a) < sort_key(b); });
  sort_by_position(m_problems);
  int own_chapters = static_cast<int>(lessons::chapters().size());
  for (std::size_t i = 0; i < m_lessons.size(); ++i) {
    const std::string& title = m_lessons[i].chapter;
    if (m_chapters.empty() || m_chapters.back().title != title) {
      const int number = title.empty() ? 0 : chapter_number(title).value_or(own_chapters + 1);
      own_chapters = std::max(own_chapters, number);
      m_chapters.push_back({number, title, i, 0});
    }
    ++m_chapters.back().count;
  }
}

const Lesson* Catalogue::find(std::string_view path) const {
  const auto found = std::find_if(m_lessons.begin(), m_lessons.end(), [&](const Lesson& l) { return l.path == path; });
  return found == m_lessons.end() ? nullptr : &*found;
}

}  // namespace loopline::lessons
