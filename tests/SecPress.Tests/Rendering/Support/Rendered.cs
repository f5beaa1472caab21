using System.Text;
using SecPress.Model.Diagnostics;
using SecPress.Model.Images;
using SecPress.Model.Sites;
using SecPress.Rendering;
using SecPress.Tests.Support;

namespace SecPress.Tests.Rendering.Support;

/// <summary>What a composer makes of a publication, as text by path.</summary>
internal static class Rendered
{
    /// <summary>Every file; fails when anything is wrong.</summary>
    public static SortedDictionary<string, string> All(Publication publication, Func<Publication, ImagePlan>? images = null)
    {
        var bag = new DiagnosticBag();
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var composition in new Composer(publication, bag, images?.Invoke(publication)).Compose())
        {
            var bytes = composition.Make(bag);
            Assert.Equal("", DiagnosticText.Of(bag));
            Assert.NotNull(bytes);
            files.Add(composition.OutputPath, Encoding.UTF8.GetString(bytes));
        }

        return files;
    }

    public static string File(Publication publication, string path)
    {
        var bag = new DiagnosticBag();
        var bytes = new Composer(publication, bag).Compose().Single(c => c.OutputPath == path).Make(bag);
        Assert.Equal("", DiagnosticText.Of(bag));
        return Encoding.UTF8.GetString(bytes!);
    }

    /// <summary>What is found wrong while a file is made.</summary>
    public static string Findings(Publication publication, string path)
    {
        var bag = new DiagnosticBag();
        new Composer(publication, bag).Compose().Single(c => c.OutputPath == path).Make(bag);
        return DiagnosticText.Of(bag);
    }
}
