namespace VpcMirrorOperator.Commands.Completion;

/// <summary>Scripts for shells. Each asks the tool itself, so it stays right when commands are added. Pure.</summary>
internal static class CompletionScripts
{
    /// <summary>The shells that there is a script for.</summary>
    public static readonly string[] Shells = ["bash", "zsh", "fish"];

    private const string Bash = """
        # bash completion for vpc-mirror
        _vpc_mirror() {
            local IFS=$'\n' typed="${COMP_WORDS[COMP_CWORD]}" candidates
            candidates=$("${COMP_WORDS[0]}" __complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null) || candidates=
            if [[ $candidates == ":files" ]]; then
                compopt -o filenames 2>/dev/null || true
                COMPREPLY=($(compgen -f -- "$typed"))
            else
                COMPREPLY=($candidates)
            fi
        }
        complete -F _vpc_mirror vpc-mirror kubectl-vpc_mirror

        """;

    private const string Zsh = """
        #compdef vpc-mirror kubectl-vpc_mirror
        # zsh completion for vpc-mirror
        _vpc_mirror() {
            local -a typed candidates
            typed=("${(@)words[2,CURRENT]}")
            candidates=("${(@f)$(${words[1]} __complete -- "${typed[@]}" 2>/dev/null)}")
            if [[ "${candidates[1]}" == ":files" ]]; then
                _files
            elif [[ -n "${candidates[1]}" ]]; then
                compadd -- "${candidates[@]}"
            fi
        }
        if [[ "${funcstack[1]}" == "_vpc_mirror" ]]; then
            _vpc_mirror "$@"
        else
            compdef _vpc_mirror vpc-mirror kubectl-vpc_mirror
        fi

        """;

    private const string Fish = """
        # fish completion for vpc-mirror
        function __vpc_mirror_complete
            set -l typed (commandline -opc) (commandline -ct)
            set -l candidates ($typed[1] __complete -- $typed[2..-1] 2>/dev/null)
            if test "$candidates" = ":files"
                __fish_complete_path (commandline -ct)
            else
                printf '%s\n' $candidates
            end
        end
        complete -c vpc-mirror -f -a '(__vpc_mirror_complete)'
        complete -c kubectl-vpc_mirror -f -a '(__vpc_mirror_complete)'

        """;

    /// <summary>The script.</summary>
    /// <param name="shell">One of <see cref="Shells"/>.</param>
    public static string Of(string shell) => (shell switch { "bash" => Bash, "zsh" => Zsh, _ => Fish }).ReplaceLineEndings("\n");

    /// <summary>How a user loads it.</summary>
    /// <param name="shell">One of <see cref="Shells"/>.</param>
    /// <param name="program">How the tool was called.</param>
    public static string HowToLoad(string shell, string program) => shell switch
    {
        "fish" => $"{program} completion fish | source",
        _ => $"source <({program} completion {shell})",
    };
}
