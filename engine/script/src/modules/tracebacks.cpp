// _traceback: the levels of tracebacks and stacks for traceback.py, and warnings told to whoever watches the run.
#include "../builtins/common.h"
#include "modules.h"
#include "script/module_registry.h"

namespace loopline::script {

namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\f");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\f\r\n") - first + 1);
}

/// (frame, line number, the level's own text with its line and carets, column from 0, end column)
Value level(Vm& vm, Frame& frame, const CodePosition& position, const std::string& text) {
  frame.escape();
  return vm.tuple({Value(&frame), Value(std::int64_t{position.line}), vm.str(text),
                   Value(std::int64_t{position.column}), Value(std::int64_t{position.end_line}),
                   Value(std::int64_t{position.end_column})});
}

/// The program's levels of a traceback, outermost first. The library's do not show.
Value levels(Vm& vm, Arguments args) {
  std::vector<Value> all;
  const Traceback* each = as_kind<Traceback>(args[0], kind::traceback);
  if (each == nullptr && !args[0].is_none())
    return vm.type_error("a traceback was expected, not " + vm.type_name(args[0]));
  for (; each != nullptr; each = each->next.get()) {
    if (each->frame->code().is_library()) continue;
    const Ref<Traceback> alone = make<Traceback>(each->frame, each->position, nullptr);
    all.push_back(level(vm, *each->frame, each->position, vm.format_traceback(alone.get())));
  }
  return vm.list(std::move(all));
}

/// The program's levels of the stack down to a frame (None: the current one), outermost first.
Value stack(Vm& vm, Arguments args) {
  Frame* frame = args[0].is_none() ? vm.script_frame() : as_kind<Frame>(args[0], kind::frame);
  if (frame == nullptr) return vm.type_error("a frame was expected, not " + vm.type_name(args[0]));
  std::vector<Value> all;
  for (; frame != nullptr; frame = frame->caller) {
    const Code& code = frame->code();
    if (code.is_library()) continue;
    const int line = frame->line();
    std::string text = "  File \"" + code.source->file_name + "\", line " + std::to_string(line) + ", in " +
                       std::string(code.name->view()) + "\n";
    const std::string_view source = trimmed(code.source->line(line));
    if (!source.empty()) text += "    " + std::string(source) + "\n";
    all.push_back(level(vm, *frame, frame->position(), text));
  }
  return vm.list({all.rbegin(), all.rend()});
}

/// The text of a line of a file that the program has code from; None for other files.
Value source_line(Vm& vm, Arguments args) {
  const Frame* frame = as_kind<Frame>(args[0], kind::frame);
  const Code* code = frame != nullptr ? &frame->code() : as_kind<Code>(args[0], kind::code);
  if (code == nullptr) return Value::none();
  return vm.str(code->source->line(static_cast<int>(args[1].as_int())));
}

/// All the text that a code object or frame was compiled from, with its end; None for the library's.
Value source_text(Vm& vm, Arguments args) {
  const Frame* frame = as_kind<Frame>(args[0], kind::frame);
  const Code* code = frame != nullptr ? &frame->code() : as_kind<Code>(args[0], kind::code);
  if (code == nullptr || code->is_library()) return Value::none();
  return vm.str(code->source->text);
}

Value format_only(Vm& vm, Arguments args) { return vm.str(vm.format_exception_only(args[0])); }

/// warned(category, text): for the recording.
Value warned(Vm& vm, Arguments args) {
  loop::Instrument* instrument = vm.runtime().instrument();
  if (instrument != nullptr) {
    const std::string text = std::string(as_str(args[0])->view()) + ": " + std::string(as_str(args[1])->view());
    instrument->warned(loop::WarningKind::category, 0, text);
  }
  return Value::none();
}

constexpr NativeDefinition kFunctions[] = {
    {"levels", "traceback, /", levels},
    {"stack", "frame, /", stack},
    {"source_line", "code, line, /", source_line},
    {"source_text", "code, /", source_text},
    {"format_only", "exception, /", format_only},
    {"warned", "category, text, /", warned},
};

bool make_traceback(Vm& vm, Module& module) {
  vm.define_functions(module, kFunctions);
  return true;
}

}  // namespace

void install_traceback(ModuleRegistry& modules) { modules.add_native("_traceback", make_traceback); }

}  // namespace loopline::script
