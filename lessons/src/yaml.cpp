#include "yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/node/node.h>  // clang-tidy takes the forward declaration in parser.h for a misplaced one of ours
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <charconv>
#include <sstream>

namespace loopline::lessons {
namespace {

constexpr std::size_t deepest = 64;
constexpr std::size_t most_nodes = 10'000;

// Leaves yaml-cpp's parser from within its callbacks; caught in parse_yaml_mapping.
struct Refusal {
  YAML::Mark mark;
  std::string message;
};

template <typename T>
bool whole_number(std::string_view text, T& result) {
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
  return error == std::errc{} && end == text.data() + text.size() && !text.empty();
}

// YAML knows .inf and .nan; a lesson has no use for either, and from_chars' own "inf" and "nan" are words to YAML.
bool looks_like_number(std::string_view text) { return text.find_first_not_of("+-.0123456789eE") == std::string::npos; }

void type_plain_scalar(Node& node) {
  const std::string_view text = node.text;
  if (text == "true" || text == "True" || text == "TRUE" || text == "false" || text == "False" || text == "FALSE") {
    node.kind = Node::Kind::boolean;
    node.boolean = text[0] == 't' || text[0] == 'T';
  } else if (looks_like_number(text) && whole_number(text, node.integer)) {
    node.kind = Node::Kind::integer;
    node.real = static_cast<double>(node.integer);
  } else if (looks_like_number(text) && whole_number(text, node.real)) {
    node.kind = Node::Kind::real;
  }
}

// yaml-cpp ends an unclosed quote silently at the end of the text, swallowing every key after it.
bool quote_is_closed(std::string_view from_quote) {
  const char quote = from_quote[0];
  for (std::size_t i = 1; i < from_quote.size(); ++i) {
    if (quote == '"' && from_quote[i] == '\\') {
      ++i;
    } else if (from_quote[i] == quote) {
      if (quote == '"' || i + 1 == from_quote.size() || from_quote[i + 1] != quote) return true;
      ++i;
    }
  }
  return false;
}

// Builds the tree from the parser's events. m_open are the containers from the root inwards; a mapping's key waits in
// m_keys (one slot an open container) until its value comes.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const YamlPlace& place, std::string_view yaml) : m_place(place), m_lines(yaml) {}

  std::optional<Node> take() { return std::move(m_root); }
  Position position(const YAML::Mark& mark) const {
    const int line = std::min(m_place.first_line + std::max(mark.line, 0), std::max(m_place.last_line, 1));
    return m_place.file.position(line, m_place.indent + static_cast<std::size_t>(std::max(mark.column, 0)));
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (m_root) throw Refusal{mark, "Expected one YAML document; a second one begins here."};
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override { place(make(Node::Kind::null, mark), mark); }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    throw Refusal{mark, "Aliases (*name) are not supported; write the value out."};
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                const std::string& value) override {
    if (tag == "!") check_quote(mark);
    Node node = make(Node::Kind::text, mark);
    node.text = value;
    if (tag == "?") type_plain_scalar(node);
    place(std::move(node), mark);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                       YAML::EmitterStyle::value /*style*/) override {
    open(make(Node::Kind::sequence, mark), mark);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                  YAML::EmitterStyle::value /*style*/) override {
    open(make(Node::Kind::mapping, mark), mark);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    Node node;
    std::optional<Located> key;
    YAML::Mark mark;
  };

  void check_quote(const YAML::Mark& mark) const {
    std::string_view rest = m_lines.lines(mark.line + 1, m_lines.line_count());
    rest.remove_prefix(std::min(static_cast<std::size_t>(std::max(mark.column, 0)), rest.size()));
    if ((rest.starts_with('"') || rest.starts_with('\'')) && !quote_is_closed(rest)) {
      throw Refusal{mark, "The quote that begins here is never closed."};
    }
  }

  Node make(Node::Kind kind, const YAML::Mark& mark) {
    if (++m_nodes > most_nodes) throw Refusal{mark, "Too much; at most 10000 values are read."};
    Node node;
    node.kind = kind;
    node.at = position(mark);
    return node;
  }

  void open(Node node, const YAML::Mark& mark) {
    if (m_open.size() == deepest) throw Refusal{mark, "Nested too deeply; at most 64 levels are read."};
    if (awaits_key()) throw Refusal{mark, "A key must be text, not a list or a table."};
    m_open.push_back({std::move(node), {}, mark});
  }

  void close() {
    Open finished = std::move(m_open.back());
    m_open.pop_back();
    place(std::move(finished.node), finished.mark);
  }

  bool awaits_key() const {
    return !m_open.empty() && m_open.back().node.kind == Node::Kind::mapping && !m_open.back().key;
  }

  void place(Node node, const YAML::Mark& mark) {
    if (m_open.empty()) {
      m_root = std::move(node);
    } else if (m_open.back().node.kind == Node::Kind::sequence) {
      m_open.back().node.items.push_back(std::move(node));
    } else if (awaits_key()) {
      take_key(std::move(node), mark);
    } else {
      take_value(std::move(node));
    }
  }

  void take_key(Node node, const YAML::Mark& mark) {
    for (const Node::Entry& earlier : m_open.back().node.entries) {
      if (earlier.key.text != node.text) continue;
      throw Refusal{mark, "The key '" + node.text + "' stands here a second time; the first is on line " +
                              std::to_string(earlier.key.at.line) + "."};
    }
    m_open.back().key = Located{std::move(node.text), node.at};
  }

  // yaml-cpp places an absent value at the next token, which may be lines below.
  void take_value(Node node) {
    Open& parent = m_open.back();
    if (node.kind == Node::Kind::null) node.at = parent.key->at;
    parent.node.entries.push_back({std::move(*parent.key), std::move(node)});
    parent.key.reset();
  }

  const YamlPlace& m_place;
  SourceText m_lines;  // of the YAML alone
  std::size_t m_nodes = 0;
  std::optional<Node> m_root;
  std::vector<Open> m_open;
};

// yaml-cpp's words for the mistakes that people make most say little about what to do.
std::string advice_for(const std::string& message) {
  if (message == "illegal map value") return "A value that contains ': ' must be in quotes.";
  if (message.find("end of sequence flow") != std::string::npos) return "Expected a ']' at the end of the list.";
  if (message.find("end of map flow") != std::string::npos) return "Expected a '}' at the end of the table.";
  if (message == "unknown token") return "A value that begins with a special character must be in quotes.";
  return "It could not be read as YAML here: " + message + ".";
}

// A tab in front of a line is the cause, whatever the parser stumbled over behind it.
void report_invalid(std::string_view what, Position at, const std::string& message, const SourceText& file,
                    Report& report) {
  const std::string_view line = file.line(at.line);
  const std::size_t tab = line.substr(0, line.find_first_not_of(" \t")).find('\t');
  const bool tabbed = tab != std::string_view::npos;
  report.error(tabbed ? file.position(at.line, tab) : at,
               std::string(what) + " is not valid YAML. " +
                   (tabbed ? "Indent with spaces, not with tabs." : advice_for(message)));
}

}  // namespace

std::optional<Node> parse_yaml_mapping(std::string_view yaml, const YamlPlace& place, std::string_view what,
                                       Report& report) {
  TreeBuilder builder(place, yaml);
  try {
    std::istringstream stream{std::string(yaml)};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Refusal& refusal) {
    report.error(builder.position(refusal.mark), refusal.message);
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    report_invalid(what, builder.position(error.mark), error.msg, place.file, report);
    return std::nullopt;
  }
  Node root = builder.take().value_or(Node{});
  if (root.kind == Node::Kind::null) {
    root.kind = Node::Kind::mapping;
    root.at = builder.position(YAML::Mark{});
  }
  if (root.kind == Node::Kind::mapping) return root;
  report.error(root.at,
               std::string(what) + " must be lines of 'key: value', not " + std::string(describe(root.kind)) + ".");
  return std::nullopt;
}

void report_expected(Report& report, const Node::Entry& entry, std::string_view what) {
  report.error(entry.value.at, "'" + entry.key.text + "' must be " + std::string(what) + ", not " +
                                   std::string(describe(entry.value.kind)) + ".");
}

}  // namespace loopline::lessons
