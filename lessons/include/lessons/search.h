// Finding lessons by words in titles, prose and code.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "lessons/catalogue.h"

namespace loopline::lessons {

struct SearchHit {
  enum class Where { title, heading, prose, code };
  struct Range {
    std::size_t first = 0;  ///< bytes of the snippet
    std::size_t size = 0;
    friend bool operator==(const Range&, const Range&) = default;
  };

  std::size_t lesson = 0;  ///< in Catalogue::lessons()
  Where where = Where::title;
  int line = 0;                ///< of the file; 0: the title
  std::string snippet;         ///< the line that matched best, shortened around the match, "…" where it was cut
  std::vector<Range> matches;  ///< what to emphasise in it, in order
};

/// Keeps the words of a catalogue's lessons; independent of the catalogue once made.
class SearchIndex {
 public:
  explicit SearchIndex(const Catalogue& catalogue);

  /// Lessons in which every word of the query begins some word, case ignored: "task" finds "Tasks" and "create_task",
  /// not "multitasking". One hit a lesson; titles first, then headings, prose, code, each in the catalogue's order. An
  /// empty query finds nothing.
  std::vector<SearchHit> search(std::string_view query) const;

 private:
  struct Line {
    SearchHit::Where where;
    int number;
    std::string text;
    std::string folded;             ///< lower case, for comparing
    std::vector<std::size_t> back;  ///< byte of `text` for each byte of `folded`, and one for its end
  };
  struct Entry {
    std::vector<Line> lines;  ///< titles first, then headings, prose, code
  };

  static Line make_line(SearchHit::Where where, int number, std::string text);
  static SearchHit make_hit(std::size_t lesson, const Line& line, const std::vector<std::string>& words);
  static const Line* best_line(const Entry& entry, const std::vector<std::string>& words);

  std::vector<Entry> m_entries;
};

}  // namespace loopline::lessons
