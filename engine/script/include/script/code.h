// Compiled code: what the compiler makes of one function, class body or module, and the machine runs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "script/bytecode.h"
#include "script/objects/str.h"
#include "script/value.h"

namespace loopline::script {

/// The text a script was compiled from, for messages. Shared by all code of one file.
class Source final : public Object {
 public:
  Source(std::string file_name, std::string text, bool is_library);
  const std::string file_name;
  const std::string text;
  /// Library code is part of the program: its frames show in no traceback, its lines are not recorded, its reads of the
  /// clock do not count.
  const bool is_library;
  /// The text of a line, from 1, without its end; empty beyond the last.
  std::string_view line(int number) const noexcept;
  int line_count() const noexcept { return static_cast<int>(m_line_starts.size()); }

 private:
  std::vector<std::size_t> m_line_starts;
};

/// Where an instruction comes from; columns are bytes from 0.
struct CodePosition {
  std::int32_t line = 0;
  std::int32_t end_line = 0;
  std::int32_t column = 0;
  std::int32_t end_column = 0;
};

/// Instructions [start, end) are covered: what they raise goes to `target`, which finds the exception in register
/// `depth`; temporaries from `depth` on are released first.
struct ExceptionHandler {
  std::uint32_t start;
  std::uint32_t end;
  std::uint32_t target;
  std::uint16_t depth;
};

/// What an attribute or global was found to be, for one instruction.
struct InlineCache {
  std::uint64_t epoch = 0;
  const void* owner = nullptr;
  const Value* found = nullptr;
  std::int32_t hint = -1;
  std::uint8_t state = 0;
};

enum class CodeKind : std::uint8_t { function, generator, coroutine, async_generator, module, class_body };

class Code final : public Container {
 public:
  Code() noexcept : Container(loopline::script::kind::code) {}

  CodeKind code_kind = CodeKind::function;
  Ref<Str> name;
  Ref<Str> qualname;
  Ref<Source> source;
  int first_line = 0;

  // Parameters, in register order: positional ones, keyword-only ones, *args, **kwargs.
  std::uint16_t positional_count = 0;
  std::uint16_t positional_only_count = 0;
  std::uint16_t keyword_only_count = 0;
  bool has_var_positional = false;
  bool has_var_keyword = false;
  /// Neither of the last three: arguments that match in number go straight into registers.
  bool is_simple = true;

  std::vector<Ref<Str>> local_names;           // of registers 0…; cells among them
  std::vector<Ref<Str>> free_names;            // of the registers after the locals
  std::vector<std::uint16_t> cell_parameters;  // parameters that the prologue turns into cells
  std::uint16_t register_count = 0;
  std::uint16_t first_temporary = 0;
  bool uses_class_cell = false;  // a class body some method of which refers to __class__
  std::uint16_t class_cell = 0;

  std::vector<Instruction> instructions;
  std::vector<CodePosition> positions;     // one an instruction
  std::vector<ExceptionHandler> handlers;  // inner ones first
  std::vector<Value> constants;
  std::vector<InlineCache> caches;
  Value doc;
  std::uint32_t trace_name = 0;  // for the recorder: the interned name, once known

  bool is_library() const noexcept { return source->is_library; }
  std::uint32_t parameter_count() const noexcept {
    return static_cast<std::uint32_t>(positional_count + keyword_only_count + (has_var_positional ? 1 : 0) +
                                      (has_var_keyword ? 1 : 0));
  }
  /// The innermost handler that covers an instruction, or null.
  const ExceptionHandler* handler_at(std::uint32_t instruction) const noexcept;

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;
};

}  // namespace loopline::script
