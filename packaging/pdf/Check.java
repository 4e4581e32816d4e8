// Pages held against PDF/A-2a and PDF/UA-1 by veraPDF: every rule that one breaks is told.

import java.io.FileInputStream;
import java.io.InputStream;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

class Check {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean isValid = files.length > 0;
        for (String file : files) {
            for (PDFAFlavour flavour : new PDFAFlavour[] {PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1}) {
                try (InputStream bytes = new FileInputStream(file);
                        PDFAParser parser = Foundries.defaultInstance().createParser(bytes, flavour);
                        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                    ValidationResult found = validator.validate(parser);
                    System.out.println(file + ": " + flavour + " " + (found.isCompliant() ? "holds" : "is broken")
                            + ", " + found.getTotalAssertions() + " checks");
                    isValid &= found.isCompliant() && found.getTotalAssertions() > 0;
                    for (TestAssertion broken : found.getTestAssertions()) {
                        System.out.println("  " + broken.getRuleId() + " " + broken.getMessage()
                                + " " + broken.getLocation());
                    }
                }
            }
        }
        System.exit(isValid ? 0 : 1);
    }
}
