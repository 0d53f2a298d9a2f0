// Values of the `world:` section: each is read, or reported with its place and left as it was.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lessons/nearest.h"
#include "lessons/node.h"
#include "report.h"
#include "world/settings.h"

namespace loopline::lessons {

class WorldValues {
 public:
  explicit WorldValues(Report& report) : m_report(report) {}

  Report& report() { return m_report; }
  void expected(const Node::Entry& entry, std::string_view what);

  void text(const Node::Entry& entry, std::string& value);
  void text(const Node::Entry& entry, std::optional<std::string>& value);
  void boolean(const Node::Entry& entry, bool& value);
  /// A whole number of the range.
  void number(const Node::Entry& entry, int& value, int least, int most);
  void number(const Node::Entry& entry, std::optional<int>& value, int least, int most);
  void positive(const Node::Entry& entry, std::optional<double>& value);
  /// Seconds, or a number with its unit: "200ms".
  void duration(const Node::Entry& entry, world::Duration& value);
  void duration(const Node::Entry& entry, std::optional<world::Duration>& value);
  void pairs(const Node::Entry& entry, world::Pairs& value);
  /// A list of texts, or one.
  void texts(const Node::Entry& entry, std::vector<std::string>& value);
  void failure(const Node::Entry& entry, world::Failure& value);
  void signal(const Node::Entry& entry, int& value);

 private:
  Report& m_report;
};

/// One key of a table.
template <class T>
struct WorldField {
  std::string_view key;
  void (*read)(WorldValues& values, const Node::Entry& entry, T& into);
};

/// Reads a table of keys; unknown ones are hints.
template <class T, std::size_t Size>
void read_table(WorldValues& values, const Node& table, std::string_view what,
                const std::array<WorldField<T>, Size>& fields, T& into) {
  for (const Node::Entry& entry : table.entries) {
    const WorldField<T>* known = nullptr;
    std::array<std::string_view, Size> names;
    for (std::size_t i = 0; i < Size; ++i) {
      names[i] = fields[i].key;
      if (fields[i].key == entry.key.text) known = &fields[i];
    }
    if (known != nullptr) {
      known->read(values, entry, into);
    } else {
      values.report().hint(entry.key.at, "The key '" + entry.key.text + "' means nothing to " + std::string(what) + ".",
                           nearest(entry.key.text, names));
    }
  }
}

}  // namespace loopline::lessons
