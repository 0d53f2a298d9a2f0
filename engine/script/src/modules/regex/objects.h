// re.Pattern and re.Match.
#pragma once

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../../builtins/common.h"
#include "translate.h"

namespace loopline::script::regex {

struct FreeCode {
  void operator()(pcre2_code* code) const { pcre2_code_free(code); }
};
struct FreeMatchData {
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
};
struct FreeMatchContext {
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
};

class Pattern final : public NativeObject {
 public:
  Pattern(Ref<Class> cls, Value source, bool is_text, Translation translation)
      : NativeObject(std::move(cls)),
        source(std::move(source)),
        is_text(is_text),
        translation(std::move(translation)) {}

  Value source;  ///< the pattern as the script wrote it
  bool is_text;
  Translation translation;
  std::unique_ptr<pcre2_code, FreeCode> code;
  /// The same for texts that are no valid UTF-8, because they have lone surrogates: made when the first one comes.
  std::unique_ptr<pcre2_code, FreeCode> tolerant;
  std::unique_ptr<pcre2_match_data, FreeMatchData> data;
  std::unique_ptr<pcre2_match_context, FreeMatchContext> context;

  ~Pattern() override { loop::Memory::current().shrank(m_accounted); }
  /// Counts what the library allocates for it; matching takes a first block of its own.
  void account() {
    std::size_t size = 0;
    pcre2_pattern_info(code.get(), PCRE2_INFO_SIZE, &size);
    constexpr std::size_t kRest = 1024;
    m_accounted = size + kRest;
    loop::Memory::current().grew(m_accounted);
  }
  void account_match() {
    constexpr std::size_t kFrames = std::size_t{20} * 1024;
    if (std::exchange(m_matches, true)) return;
    m_accounted += kFrames;
    loop::Memory::current().grew(kFrames);
  }

  /// The group of a name; nullopt if there is none.
  std::optional<std::size_t> group_named(std::string_view name) const;

  void visit(Visitor& visitor) const override {
    NativeObject::visit(visitor);
    visit_value(visitor, source);
  }
  void drop_references() noexcept override {
    NativeObject::drop_references();
    source.reset();
  }

 private:
  std::size_t m_accounted = 0;
  bool m_matches = false;
};

/// Where groups begin and end, in bytes; kUnmatched for a group without a match.
inline constexpr std::size_t kUnmatched = static_cast<std::size_t>(-1);
struct Span {
  std::size_t start = kUnmatched;
  std::size_t end = kUnmatched;
  bool matched() const { return start != kUnmatched; }
};
using Spans = std::vector<Span>;

class Match final : public NativeObject {
 public:
  Match(Ref<Class> cls, Ref<Pattern> pattern, Value subject, Spans spans, std::int64_t pos, std::int64_t endpos)
      : NativeObject(std::move(cls)),
        pattern(std::move(pattern)),
        subject(std::move(subject)),
        spans(std::move(spans)),
        pos(pos),
        endpos(endpos) {}

  Ref<Pattern> pattern;
  Value subject;
  Spans spans;
  std::int64_t pos;  ///< in characters
  std::int64_t endpos;

  void visit(Visitor& visitor) const override {
    NativeObject::visit(visitor);
    visitor.visit(pattern.get());
    visit_value(visitor, subject);
  }
  void drop_references() noexcept override {
    NativeObject::drop_references();
    subject.reset();
  }
};

enum class Mode : std::uint8_t { search, match, fullmatch };

/// A subject while it is searched: its bytes up to `end`.
class Subject {
 public:
  /// The part [pos, endpos) of the value, in characters, clamped. False after raising (it is no text of the pattern's
  /// kind).
  bool open(Vm& vm, const Pattern& pattern, const Value& value, std::int64_t pos, std::int64_t endpos);

  Value value;
  std::string_view bytes;
  bool is_valid = true;  ///< no lone surrogates
  std::size_t start = 0;
  std::size_t end = 0;
  std::int64_t pos = 0;
  std::int64_t endpos = 0;

  /// A part as a str or bytes of its own.
  Value slice(Vm& vm, Span span) const;
};

/// Compiles the translation of a pattern. Null after raising.
std::unique_ptr<pcre2_code, FreeCode> compile_code(Vm& vm, const Pattern& pattern, bool tolerant);

/// 1: found, 0: not, -1 after raising. `not_empty`: an empty match at the very start does not count.
int find(Vm& vm, Pattern& pattern, const Subject& subject, std::size_t from, Mode mode, bool not_empty, Spans& spans);

/// Goes through all matches as findall() does.
class Matches {
 public:
  Matches(Pattern& pattern, const Subject& subject) : m_pattern(pattern), m_subject(subject), m_from(subject.start) {}
  /// 1, 0, or -1 after raising.
  int next(Vm& vm, Spans& spans);

 private:
  Pattern& m_pattern;
  const Subject& m_subject;
  std::size_t m_from;
  bool m_after_empty = false;
};

/// The classes, which the module keeps; null after raising.
Class* pattern_class(Vm& vm);
Class* match_class(Vm& vm);
Class* scanner_class(Vm& vm);
Value make_match(Vm& vm, Pattern& pattern, const Subject& subject, Spans spans);
/// Raises re.error.
Value raise_error(Vm& vm, const std::string& message, const Value& pattern, std::size_t position);

std::span<const NativeDefinition> pattern_methods();
std::span<const NativeDefinition> pattern_getters();
std::span<const NativeDefinition> match_methods();
std::span<const NativeDefinition> match_getters();
std::span<const NativeDefinition> scanner_methods();
std::span<const NativeDefinition> scanner_getters();
Value pattern_scanner(Vm& vm, Arguments args);

/// The parts of a template of sub(): literal texts and groups.
struct TemplatePart {
  std::string text;
  std::optional<std::size_t> group;
};
/// nullopt after raising.
std::optional<std::vector<TemplatePart>> parse_template(Vm& vm, const Pattern& pattern, const Value& replacement);
void expand_template(std::string& result, const std::vector<TemplatePart>& parts, const Subject& subject,
                     const Spans& spans);

}  // namespace loopline::script::regex
