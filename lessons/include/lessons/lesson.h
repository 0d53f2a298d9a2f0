// A lesson as the rest of the program sees it: one Markdown file with front matter, prose, python blocks (scenarios)
// and quizzes, or one .py file with a single scenario. A Lesson is a plain value; `../../FORMAT.md` describes the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lessons/diagnostic.h"
#include "lessons/node.h"
#include "script/program_form.h"

namespace loopline::lessons {

/// Narration that is shown when a line first runs: `#: text`.
struct Cue {
  int line = 0;       ///< the line of code it belongs to, from 1 within the block
  int statement = 0;  ///< the line on which that line's statement begins; a runner that reports statements, not lines,
                      ///< reaches the cue with this one
  std::string text;   ///< one paragraph; may hold inline Markdown
  Position at;        ///< of its first `#:` in the file
};

/// `key="value"` of a fence's info string.
struct Attribute {
  Located key;
  Located value;
};

/// How a block is marked in its text.
enum class BlockKind : std::uint8_t {
  fence,   ///< a fence, a directive, a tag; a .py file's code is bare
  indent,  ///< it is indented
  repl,    ///< a session at a prompt, `>>>`
  bare,    ///< nothing: it stands between paragraphs
};

/// A statement of a session and what the text says that it prints.
struct SessionInput {
  int line = 0;  ///< of the code, from 1
  int last_line = 0;
  std::string expected;  ///< lines; empty: the text shows none
};

/// An import that a text takes for granted.
struct AssumedImport {
  std::string name;       ///< "asyncio", "ClientSession"
  std::string statement;  ///< "from aiohttp import ClientSession"
};

/// A python block and the program that it makes: a lesson's blocks are programs of their own, those of other documents
/// run with the earlier blocks that they build on in front, and with imports that they take for granted.
struct Scenario {
  /// Where a line of the code comes from.
  struct Origin {
    int line = 0;    ///< of the file; 0: it was added
    int indent = 0;  ///< columns that it lost on the left
  };

  Located name;        ///< unique within the lesson; "block-2" when the author gave none
  std::string title;   ///< for people; made from the name when the author gave none
  std::string code;    ///< what runs: the block's lines as written, cues included, behind those of what it builds on.
                       ///< Of a session: what was typed, without prompts; what was printed as comments
  std::string shown;   ///< the same lines without their cues, for a pane that shows cues in another way; a line that
                       ///< held nothing else is empty
  int first_line = 0;  ///< the line of the file that is the block's first line of code
  int indent = 0;      ///< columns of a list or quote that the block lost on the left
  Located expect;      ///< how a deliberate mistake ends: an exception's name, "deadlock", "limit"; empty: it ends well
  std::vector<Attribute> attributes;  ///< all that stood on the fence, in order
  std::vector<Cue> cues;              ///< by line, one a line at most
  std::vector<int> folded;            ///< lines that hold nothing but a cue: the code pane hides them
  Position at;                        ///< of the opening fence, or of the first line

  BlockKind kind = BlockKind::fence;
  std::string doubt;                   ///< why it may be no Python, or no code at all; mostly empty
  std::string own;                     ///< the block's own lines of the code
  int own_line = 1;                    ///< the line of the code with which they begin
  std::vector<Origin> origins;         ///< a line of code each; empty: all are the block's own
  std::vector<std::size_t> needs;      ///< earlier scenarios whose code is in front, by place in Lesson::scenarios
  std::vector<AssumedImport> assumed;  ///< what is imported in front of all
  std::size_t own_assumed = 0;         ///< so many of them, the first, are for the block itself
  std::vector<SessionInput> inputs;    ///< of a session, lines of the code
  script::ProgramForm form;            ///< how the code is meant
  bool only_defines = false;           ///< nothing of its own does more than to give names to things
  std::string legacy;  ///< what of it Python 3.11 has dropped, and since when it fails; that is turned on
};

/// What a quiz asks when the trace of a run gives the answer.
enum class About : std::uint8_t { first_print, print_order, next_task, end_time, last_print };

/// "first-print" …, as authors write it.
std::string_view name_of(About about);
std::optional<About> about_named(std::string_view name);
/// All of them, in the order of the enumeration.
const std::vector<std::string_view>& about_names();

/// A question to the student. Either `about` says what the trace answers, or `answer` is one of `choices`. Choices
/// beside `about` are the author's own wrong answers.
struct Quiz {
  Position at;  ///< of the opening fence
  Located ask;
  std::optional<Located> about;
  std::vector<Located> choices;
  std::optional<Located> answer;
  std::optional<Located> scenario;  ///< which run it asks about; see scenario_of
  std::string why;                  ///< shown after the answer; may be empty
};

/// A stretch of the file, in order: prose, or a scenario or quiz that stands between prose. A block inside a list or
/// quotation is a scenario or quiz too, but stays within its prose.
struct Segment {
  enum class Kind { prose, scenario, quiz };

  Kind kind = Kind::prose;
  int first_line = 0;  ///< in the file; of a block: its fences included
  int last_line = 0;
  std::size_t index = 0;  ///< of a scenario or quiz: its place in Lesson::scenarios or Lesson::quizzes
  std::string markdown;   ///< of prose: as written, of reStructuredText translated line for line
};

struct Heading {
  int level = 1;  ///< 1 to 6
  std::string text;
  int line = 0;
};

/// How the text is written.
enum class Format : std::uint8_t { markdown, rst, text, script };

struct Lesson {
  Format format = Format::markdown;
  std::string path;  ///< as given to the loader; of the embedded catalogue: the file's name
  std::string text;  ///< the whole file with \n line ends, without byte-order mark
  std::string title;
  std::string chapter;  ///< may be empty: a person's own lesson
  Position chapter_at;
  std::optional<std::int64_t> order;
  std::vector<Located> compare;  ///< names of scenarios that are shown side by side
  bool legacy = false;           ///< behaviour that Python 3.11 has dropped is wanted
  Node front_matter;             ///< all of it; a mapping, empty when there is none
  int body_line = 1;             ///< the first line after the front matter
  std::vector<Segment> segments;
  std::vector<Heading> headings;
  std::vector<Scenario> scenarios;
  std::vector<Quiz> quizzes;

  /// The settings of the simulated outside world; null when the author gave none.
  const Node* world() const { return front_matter.find("world"); }
  const Node* limits() const { return front_matter.find("limits"); }
  /// By name, or null.
  const Scenario* scenario(std::string_view name) const;
};

/// The scenario that a quiz asks about: the one it names, else the nearest block before it, else the first after it.
/// Null: the lesson has none, or none of that name.
const Scenario* scenario_of(const Lesson& lesson, const Quiz& quiz);

/// Where a line and column of a scenario's code (from 1) stand in the lesson's file.
Position in_file(const Scenario& scenario, Position in_code);

}  // namespace loopline::lessons
